// Where builders of different years differ in what they do, not in what they say. We follow the current one; the older rules are there
// because recordings of them are.

export interface BuilderRules {
  readonly name: string;
  /** The same layers are the same base, whatever else in the image is different. Now the image’s digest counts. */
  readonly knowsImagesByLayers: boolean;
  /** A file that is written over itself is stored again. Now it isn’t, if its time is the same as well. */
  readonly storesIdenticalFiles: boolean;
  /** The id and the sharing of a cache mount are part of the step. Now they count only where they are other than by default. */
  readonly countsCacheMountNames: boolean;
  /** What ADD unpacks gets the owner of --chown. Then it kept the archive’s. */
  readonly ownsUnpackedFiles: boolean;
}

/** BuildKit 0.34. */
export const CURRENT_BUILDER: BuilderRules = {
  name: 'BuildKit 0.34',
  knowsImagesByLayers: false,
  storesIdenticalFiles: false,
  countsCacheMountNames: false,
  ownsUnpackedFiles: true,
};

/** The builder inside Docker Engine 20.10 (BuildKit 0.8). */
export const ENGINE_20_10: BuilderRules = {
  name: 'Docker Engine 20.10',
  knowsImagesByLayers: true,
  storesIdenticalFiles: true,
  countsCacheMountNames: true,
  ownsUnpackedFiles: false,
};
