/** The examples of the install figure. */
import requests from '~content/scenarios/install/requests.json?raw';
import type { LibraryFigure } from '../library';
import { model } from './model';
import type { InstallScenario } from './scenario';

export const installLibrary: LibraryFigure<InstallScenario> = {
  name: model.name,
  title: model.title,
  says: 'Choose a machine and go through an installation step by step: which files are listed, which is taken, what is written.',
  stands: [{ lecture: 'works-on-my-machine', number: '1.2', figure: 'installing-requests' }],
  scenarios: [
    {
      id: 'requests',
      title: 'requests on ten machines',
      says: 'One name asked for, five projects installed: other machines get other files, and old Pythons other releases.',
      data: JSON.parse(requests),
    },
  ],
};
