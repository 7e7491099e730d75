// The class of node-semver that a range is read with; the package brings no types.

declare module 'semver/classes/range.js' {
  /** One comparator: `>=1.4.2`; the empty value is any version. */
  export interface NpmComparator {
    readonly value: string;
    test(version: string): boolean;
  }
  export default class Range {
    /** @throws TypeError when the text is no range */
    constructor(range: string, options?: { readonly loose?: boolean; readonly includePrerelease?: boolean });
    readonly set: readonly (readonly NpmComparator[])[];
    readonly range: string;
    test(version: string): boolean;
  }
}
