// From `[project]` to the core metadata of a distribution: the pyproject.toml specification, for each key its "Corresponding
// core metadata field". What files hold, and what is dynamic, is given: nothing is read here.
import type { Marker } from '../marker';
import { formatMarker } from '../marker';
import { parseMarker } from '../marker-parse';
import { type Metadata, type MetadataVersion, WRITTEN_METADATA_VERSION } from '../metadata';
import { hasField } from '../metadata/metadata-field';
import type { Requirement } from '../requirement';
import type { Version } from '../version';
import type { Person, Project, ProjectExtra } from './pyproject';

/** What stands outside the file: the version if it is dynamic, what the readme and the licence’s file hold, and which files the patterns of license-files match. */
export interface ProjectFindings {
  readonly version?: Version;
  readonly readme?: string;
  readonly license?: string;
  readonly licenseFiles?: readonly string[];
  /** The version of the format, if it isn't the one that has all fields but import names. */
  readonly metadataVersion?: MetadataVersion;
}

/**
 * The metadata that a project’s distributions have, or `undefined` while the version isn’t known ("Declaring project metadata: the
 * [project] table"). Import names have no field before 2.5 and are left out there.
 *
 * @example metadataOfProject(parsePyproject('[project]\nname = "kit"\nversion = "1"\noptional-dependencies = {A_b = ["six"]}').value.project, {}).requiresDist.map(formatRequirement) // → ['six; extra == "a-b"']
 */
export function metadataOfProject(project: Project, findings: ProjectFindings): Metadata | undefined {
  const version = project.version ?? findings.version;
  if (version === undefined) return undefined;
  const { license, readme } = project;
  const metadataVersion = findings.metadataVersion ?? WRITTEN_METADATA_VERSION;
  const hasImportNames = hasField(metadataVersion, 'import-name');
  return {
    metadataVersion,
    name: project.name,
    version,
    dynamic: [],
    platforms: [],
    supportedPlatforms: [],
    summary: project.description || undefined,
    description: readme?.kind === 'text' ? readme.text : readme && findings.readme,
    descriptionContentType: readme?.contentType,
    keywords: project.keywords,
    homePage: undefined,
    downloadUrl: undefined,
    author: names(project.authors),
    authorEmail: addresses(project.authors),
    maintainer: names(project.maintainers),
    maintainerEmail: addresses(project.maintainers),
    license:
      license?.kind === 'text' ? folded(license.text) : license?.kind === 'file' ? folded(findings.license) : undefined,
    licenseExpression: license?.kind === 'expression' ? license.expression : undefined,
    licenseFiles: findings.licenseFiles ?? [],
    classifiers: project.classifiers,
    requiresDist: [...project.dependencies, ...project.extras.flatMap(requirementsOfExtra)],
    requiresPython: project.requiresPython,
    requiresExternal: [],
    projectUrls: project.urls,
    providesExtra: project.extras.map(({ name }) => name),
    providesDist: [],
    obsoletesDist: [],
    importNames: hasImportNames ? importNamesOf(project) : undefined,
    importNamespaces: hasImportNames ? (project.importNamespaces ?? []) : [],
    requires: [],
    provides: [],
    obsoletes: [],
  };
}

/** An empty list says that nothing can be imported, unless there are namespaces beside it ("import-names"). */
function importNamesOf({ importNames, importNamespaces }: Project): Metadata['importNames'] {
  return importNames?.length === 0 && importNamespaces?.length ? undefined : importNames;
}

/** Text of several lines as one header’s: the lines after the first begin with blanks (Core metadata, "License"). */
function folded(text: string | undefined): string | undefined {
  return text?.trim().replace(/\r\n|\r|\n/g, '\n        ') || undefined;
}

/** The names of those without an address ("authors/maintainers", step 1). */
function names(people: readonly Person[]): string | undefined {
  const found = people.flatMap(({ name, email }) => (email === undefined && name !== undefined ? [name] : []));
  return found.length === 0 ? undefined : found.join(', ');
}

/** The addresses, with names where there are some (steps 2 and 3). */
function addresses(people: readonly Person[]): string | undefined {
  const found = people.flatMap(({ name, email }) => {
    if (email === undefined) return [];
    return [name === undefined ? email : `${quotedName(name)} <${email}>`];
  });
  return found.length === 0 ? undefined : found.join(', ');
}

/** A name with characters that mean something in an address stands in quotes (RFC 5322, "Atom"). */
function quotedName(name: string): string {
  return /[\][\\()<>@,:;".]/.test(name) ? `"${name.replace(/[\\"]/g, '\\$&')}"` : name;
}

function requirementsOfExtra({ name, requirements }: ProjectExtra): readonly Requirement[] {
  return requirements.map((requirement) => ({ ...requirement, marker: inExtra(requirement.marker, name) }));
}

/** The marker that holds where the given one does and the extra is asked for. */
function inExtra(marker: Marker | undefined, extra: string): Marker | undefined {
  const asked = `extra == "${extra}"`;
  if (marker === undefined) return parseMarker(asked).value;
  const given = formatMarker(marker);
  return parseMarker(marker.kind === 'or' ? `(${given}) and ${asked}` : `${given} and ${asked}`).value;
}
