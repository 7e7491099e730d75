// Shell form and exec form: Dockerfile reference, “Shell and exec form”.

/**
 * What RUN, CMD, ENTRYPOINT and HEALTHCHECK CMD are given. The exec form is a JSON array of strings; whatever isn’t one, a
 * broken array too, is the shell form: its text goes to the SHELL as it stands, variables and all (the shell expands them).
 */
export type CommandLine =
  | { readonly form: 'shell'; readonly text: string }
  | { readonly form: 'exec'; readonly argv: readonly string[] };
