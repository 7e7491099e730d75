/** The install figure with its scenario in its own code, so that a lecture's page carries nothing of it. */
import type { ReactNode } from 'react';
import requests from '~content/scenarios/install/requests.json?raw';
import type { InstallScenario } from './scenario';
import View from './View';

const data: InstallScenario = JSON.parse(requests);

export interface RequestsFigureProps {
  readonly id: string;
  readonly number: string;
}

export default function RequestsFigure(props: RequestsFigureProps): ReactNode {
  return <View {...props} scenario={{ id: 'requests', data }} />;
}
