import type { ReactNode } from 'react';
import { useSearchParams } from 'react-router-dom';
import { Flex, Tab, TabList, TabPanel, Tabs } from '@backstage/ui';
import styles from './PartTabs.module.css';

/** A part of a page, by the name that the address has for it. @public */
export type Part = { id: string; title: string; content: ReactNode };

/** @public */
export type PartTabsProps = {
  /** What the tabs are of, for screen readers. */
  label: string;
  parts: readonly Part[];
};

/**
 * A page a part at a time: only the part that is looked at asks the server. Its name is in the address, as `?part=`.
 *
 * @public
 */
export function PartTabs(props: PartTabsProps) {
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
      <div className={styles.tabs}>
        <TabList aria-label={label}>
          {parts.map(({ id, title }) => (
            <Tab key={id} id={id}>
              {title}
            </Tab>
          ))}
        </TabList>
      </div>
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
