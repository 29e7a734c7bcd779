import { EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';

/** The tab of a component that says where it runs. */
export const instancesTab = EntityContentBlueprint.make({
  name: 'instances',
  params: {
    path: 'running',
    // The app says it in the language of the person.
    title: 'Running',
    group: 'deployment',
    filter: { kind: 'component' },
    loader: () =>
      import('./components/EntityInstances').then(m => <m.EntityInstances />),
  },
});
