import { renderTestApp } from '@backstage/frontend-test-utils';
import { createTestEntityPage } from '@backstage/plugin-catalog-react/testUtils';
import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { fakeApi } from '@caas/portal-ui/testing';
import { screen, within } from '@testing-library/react';
import { fakeClustersApi } from '../../__fixtures__/fakeClustersApi';
import { region, text } from '../../__testUtils__/openClusters';
import { clustersApiRef } from '../../api';
import { clustersPlugin } from '../../plugin';

jest.setTimeout(60_000);

function open(workloads: object = {}, annotations?: Record<string, string>) {
  const api = {
    ...fakeClustersApi,
    workloads: { ...fakeClustersApi.workloads, ...workloads },
  };
  renderTestApp({
    features: [
      clustersPlugin,
      createFrontendModule({
        pluginId: 'clusters',
        extensions: [fakeApi(clustersApiRef, api as never)],
      }),
    ],
    extensions: [
      createTestEntityPage({
        entity: {
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'Component',
          metadata: { name: 'claims', annotations },
          spec: { type: 'service' },
        },
      }),
      clustersPlugin.getExtension('entity-content:clusters/instances'),
    ],
  });
}

describe('the tab of a service', () => {
  it('shows where it runs, how it is, and leads to the logs of its pods', async () => {
    open();
    const place = within(await region('life-policy-dev on nonprod'));
    expect(
      await place.findByText('1 of 2 pods are ready · 7 restarts'),
    ).toBeInTheDocument();
    expect(
      place.getByText('Pods by state: Running 1, CrashLoopBackOff 1'),
    ).toBeInTheDocument();
    expect(place.getByText('Degraded')).toBeInTheDocument();
    const pods = within(await region('Pods'));
    const logs = await pods.findAllByRole('link', { name: 'Log' });
    expect(logs).toHaveLength(2);
    expect(
      screen.getByText(/Cluster prod does not answer/),
    ).toBeInTheDocument();
  });

  it('asks by the annotation of the entity, or by its name', async () => {
    const asked: object[] = [];
    const ofEntity = async (input: object) => {
      asked.push(input);
      return { places: [], placeCount: 0, podCount: 0, unreachable: [] };
    };
    open({ ofEntity }, { 'backstage.io/kubernetes-id': 'claims-core' });
    expect(
      await text(/label backstage.io\/kubernetes-id: claims-core/),
    ).toBeInTheDocument();
    expect(asked[0]).toEqual({ entity: 'claims-core' });
  });

  it('shows an error with a retry', async () => {
    open({
      ofEntity: async () => {
        throw new Error('The portal is out of order');
      },
    });
    expect(await text('The portal is out of order')).toBeInTheDocument();
  });
});
