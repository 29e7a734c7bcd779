import type { ColumnConfig } from '@backstage/ui';
import type { ClusterResource } from '@caas/plugin-clusters-common';
import { PagedTable, type PagedTableProps } from '@caas/portal-ui';
import { useClusterChanges } from '../../hooks/useClusterChanges';

/** Changes are told by signals; this is for those that are lost. */
const POLL_SECONDS = 60;

/** Something on a cluster; what has no id and no name, such as an event, is told apart by its place in the list. */
type OnCluster = {
  id?: string;
  cluster: string;
  namespace?: string;
  kind?: string;
  name?: string;
};

/** What a table makes of something on a cluster. */
export type Row<T> = T & { id: string };

type Table<T extends OnCluster> = PagedTableProps<Row<T>>;

type Props<T extends OnCluster> = Pick<
  Table<T>,
  'label' | 'columns' | 'empty' | 'deniedHelp' | 'pageSize'
> & {
  /** Which of them; with a cluster, only its changes reload the table. */
  query: { cluster?: string } & Record<string, string | undefined>;
  /** Whose changes reload the table. */
  resources: ClusterResource[];
  load: (range: {
    limit: number;
    offset: number;
  }) => Promise<{ items: T[]; totalCount: number }>;
};

/** A table of what stands on clusters, as it stands: the server pages it, and it follows changes by itself. */
export function ClusterTable<T extends OnCluster>(props: Props<T>) {
  const { query, resources, load, ...table } = props;
  const change = useClusterChanges(query.cluster, resources);
  return (
    <PagedTable<Row<T>>
      {...table}
      dependencies={[query]}
      pollSeconds={POLL_SECONDS}
      reloadOn={change}
      load={async range => {
        const { items, totalCount } = await load(range);
        const idOf = (item: T, index: number) =>
          item.name === undefined
            ? `${range.offset + index}`
            : [item.cluster, item.namespace, item.kind, item.name].join('/');
        return {
          totalCount,
          items: items.map((item, index) => ({
            ...item,
            id: item.id ?? idOf(item, index),
          })),
        };
      }}
    />
  );
}

/** Columns of a table of things on clusters. */
export type Columns<T> = ColumnConfig<Row<T>>[];
