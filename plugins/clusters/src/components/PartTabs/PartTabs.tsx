import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router-dom';
import { Flex, Tab, TabList, TabPanel, Tabs } from '@backstage/ui';

/** A part of a page, by the name that the address has for it. */
export type Part = { id: string; title: string; content: ReactNode };

/** A page a part at a time: only the part that is looked at asks the server. Its name is in the address. */
export function PartTabs(props: { label: string; parts: readonly Part[] }) {
  const { label, parts } = props;
  const [search, setSearch] = useSearchParams();
  const wanted = search.get('part');
  const selected = parts.find(({ id }) => id === wanted) ?? parts[0];
  return (
    <Tabs
      selectedKey={selected.id}
      onSelectionChange={key =>
        setSearch({ part: String(key) }, { replace: true })
      }
    >
      <TabList aria-label={label}>
        {parts.map(({ id, title }) => (
          <Tab key={id} id={id}>
            {title}
          </Tab>
        ))}
      </TabList>
      {parts.map(({ id, content }) => (
        <TabPanel key={id} id={id}>
          <Flex direction="column" gap="4" mt="4">
            {content}
          </Flex>
        </TabPanel>
      ))}
    </Tabs>
  );
}
