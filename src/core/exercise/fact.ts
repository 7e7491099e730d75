/** What an exercise may ask of a figure: facts that the core computed, by name. */

export type Fact = string | number | boolean | readonly string[];

/** The facts of one state of a figure, by the names that its model documents. */
export type Facts = ReadonlyMap<string, Fact>;
