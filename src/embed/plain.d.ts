/** A module with all that it imports as one plain script, as text (scripts/plain-script.mjs). */
declare module '*?plain' {
  const text: string;
  export default text;
}
