// The frontends whose builds are told apart, by name.
import type { Frontend, FrontendRules } from './frontend-rules';
import { BUILD_FRONTEND, PIP_FRONTEND } from './pip-and-build';
import { UV_FRONTEND } from './uv-frontend';

export const FRONTENDS: Readonly<Record<Frontend, FrontendRules>> = {
  uv: UV_FRONTEND,
  pip: PIP_FRONTEND,
  build: BUILD_FRONTEND,
};
