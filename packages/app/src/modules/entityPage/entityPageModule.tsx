import {
  coreExtensionData,
  createFrontendModule,
} from '@backstage/frontend-plugin-api';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import {
  defaultEntityContentGroupDefinitions,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { chineseContentTitle } from './contentTitles';
import { InPersonsLanguage } from './InPersonsLanguage';

const { reactElement } = coreExtensionData;
const { title: contentTitle } = EntityContentBlueprint.dataRefs;

type GroupDefinitions = Record<string, { title: string }>;

function chineseGroups<TGroups extends GroupDefinitions>(
  groups: TGroups,
): TGroups {
  return Object.fromEntries(
    Object.entries(groups).map(([id, group]) => [
      id,
      { ...group, title: chineseContentTitle(group.title) },
    ]),
  ) as TGroups;
}

/**
 * The stock page of an entity, with its tabs in the person's language.
 *
 * @remarks
 * Titles of tabs are strings that extensions declare once, before anybody has chosen a language. So the page is built
 * twice from the same extensions, once for each language, and shown in one.
 */
const entityPage = catalogPlugin.getExtension('page:catalog/entity').override({
  factory(originalFactory, { config, inputs }) {
    const english = originalFactory();
    const chinese = originalFactory({
      config: {
        ...config,
        groups: (config.groups ?? [defaultEntityContentGroupDefinitions]).map(
          chineseGroups,
        ),
      },
      inputs: {
        ...inputs,
        contents: inputs.contents.map(content => [
          ...[...content].filter(data => data.id !== contentTitle.id),
          contentTitle(chineseContentTitle(content.get(contentTitle))),
        ]),
      },
    });
    return [
      ...[...english].filter(data => data.id !== reactElement.id),
      reactElement(
        <InPersonsLanguage
          chinese={chinese.get(reactElement)}
          english={english.get(reactElement)}
        />,
      ),
    ];
  },
});

/** Says the tabs of an entity in the person's language. */
export const entityPageModule = createFrontendModule({
  pluginId: 'catalog',
  extensions: [entityPage],
});
