/** What a lookup figure is sent of a scenario (scripts/lookup-data.mjs). */
declare module '*.yaml?command' {
  const data: import('./schema').CommandScenario;
  export default data;
}
declare module '*.yaml?module' {
  const data: import('./schema').ModuleScenario;
  export default data;
}
