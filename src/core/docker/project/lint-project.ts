// The build checks of a project: of its Dockerfile, with the arguments, the ignore file and the images that a build of it would have.
import { contextOf, editContext } from '../files/build-context';
import { ignoreMatcherOf } from '../files/sent-context';
import { type LintBaseImage, type Linted, lintDockerfile } from '../lint';
import type { BaseImage } from '../plan/base-image';
import { nameOfVariable, valueOfVariable } from '../plan/image-config';
import { BUILD_PLATFORM } from '../plan/platform';
import { findImage } from '../plan/reference';
import type { ProjectBuild, ProjectWorld } from './project';

/** Checks the project as `docker build --check` does. */
export function lintProject({ dockerfile, files, arguments: given }: ProjectBuild, { images }: ProjectWorld): Linted {
  const context = editContext(contextOf(files), new Map([['Dockerfile', { content: dockerfile }]]));
  return lintDockerfile(dockerfile, {
    arguments: given,
    platform: BUILD_PLATFORM,
    image: (name) => {
      const image = findImage(images, name);
      return image === undefined ? undefined : lintImage(image);
    },
    ignore: ignoreMatcherOf(context, 'Dockerfile'),
  });
}

function lintImage({ config }: BaseImage): LintBaseImage {
  return {
    environment: new Map(config.env.map((one) => [nameOfVariable(one), valueOfVariable(one)])),
    hasShell: config.shell !== undefined,
    triggers: config.onbuild,
    platform: BUILD_PLATFORM,
  };
}
