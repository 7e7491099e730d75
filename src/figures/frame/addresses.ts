/** Where a figure is at home on the site: its lab, its scenarios, its embed. Under the base path, and absolute where it is copied. */
import type { FigureName } from './model';

const base = import.meta.env.BASE_URL.replace(/\/?$/, '/');

/** The page of a figure with one scenario: the short link to it. */
export const labPath = (figure: FigureName, scenario: string): string => `${base}labs/${figure}/${scenario}/`;

/** A scenario as data. */
export const scenarioPath = (figure: FigureName, scenario: string): string =>
  `${base}scenarios/${figure}/${scenario}.json`;

/** A file that a scenario is about, as it is. */
export const scenarioFilePath = (figure: FigureName, scenario: string, file: string): string =>
  `${base}scenarios/${figure}/${scenario}/${encodeURIComponent(file)}`;

/** The still of a scenario. */
export const stillPath = (figure: FigureName, scenario: string): string => `${base}embed/v1/${figure}/${scenario}.svg`;

/** The script that defines `<shipshape-figure>`. */
export const embedScriptPath: string = `${base}embed.js`;

/** The page where a mistake is reported, with the figure's page and state filled in. */
export const reportPath = (page: string, fragment: string): string =>
  `${base}report/?${new URLSearchParams({ page, state: fragment })}`;
