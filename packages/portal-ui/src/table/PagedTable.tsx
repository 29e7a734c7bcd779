import { useState, type CSSProperties } from 'react';
import {
  Column,
  Row,
  TableBody,
  TableHeader,
  TableRoot,
  type ColumnConfig,
  type TableItem,
} from '@backstage/ui';
import { LoadableView, useLoadable } from '../loadable';
import type { EmptyStateProps } from '../states';
import { Pagination } from './Pagination';
import styles from './PagedTable.module.css';

/** One page of a list, as `pageOf` of the contracts answers it. @public */
export type Page<T> = { items: T[]; totalCount: number };

/** @public */
export type PagedTableProps<T extends TableItem> = {
  /** What the rows are, for screen readers. */
  label: string;
  /** `cell` must answer a `Cell`, `CellText` or `CellProfile`. */
  columns: ColumnConfig<T>[];
  /** Asks the server for one page. */
  load: (range: { limit: number; offset: number }) => Promise<Page<T>>;
  /** What `load` reads, such as filters: the table returns to the first page when it changes. JSON values only. */
  dependencies: unknown[];
  empty: EmptyStateProps;
  /** Whom to ask when it is denied. */
  deniedHelp?: string;
  pageSize?: number;
  /** How many rows beyond a page the server counts; without it, all of them. */
  countedBeyond?: number;
  /** Where a click on the row leads. */
  getHref?: (item: T) => string | undefined;
  pollSeconds?: number;
  reloadOn?: unknown;
};

/**
 * A table that the server pages, in the five states.
 *
 * @public
 */
export function PagedTable<T extends TableItem>(props: PagedTableProps<T>) {
  const { label, columns, empty, getHref, pageSize = 20 } = props;
  const { countedBeyond = Infinity } = props;
  const key = JSON.stringify(props.dependencies);
  const [position, setPosition] = useState({ key, offset: 0 });
  // Another filter begins at its first page, in the same render that sees it.
  const offset = position.key === key ? position.offset : 0;
  const page = useLoadable(
    () => props.load({ limit: pageSize, offset }),
    [key, offset, pageSize],
    {
      pollSeconds: props.pollSeconds,
      reloadOn: props.reloadOn,
      keepData: true,
    },
  );
  const isStale = page.status === 'data' && page.isRefreshing;
  return (
    <LoadableView
      loadable={page}
      deniedHelp={props.deniedHelp}
      empty={{ ...empty, when: data => data.totalCount === 0 }}
    >
      {data => (
        <>
          <div
            className={styles.scroll}
            // Property of the style sheet beside this file, which React does not know.
            style={{ '--columns': columns.length } as CSSProperties}
          >
            <TableRoot aria-label={label} stale={isStale}>
              <TableHeader columns={columns}>
                {column => (
                  <Column
                    id={column.id}
                    isRowHeader={column.isRowHeader}
                    // The library's own `width` only counts where people can resize columns.
                    style={{ width: widthOf(column) }}
                  >
                    {column.label}
                  </Column>
                )}
              </TableHeader>
              <TableBody items={data.items} dependencies={[columns]}>
                {item => (
                  <Row
                    id={String(item.id)}
                    columns={columns}
                    href={getHref?.(item)}
                  >
                    {column => column.cell(item)}
                  </Row>
                )}
              </TableBody>
            </TableRoot>
          </div>
          <Pagination
            offset={offset}
            pageSize={pageSize}
            totalCount={data.totalCount}
            isAtLeast={data.totalCount >= offset + pageSize + countedBeyond}
            onMove={next => setPosition({ key, offset: next })}
          />
        </>
      )}
    </LoadableView>
  );
}

/** What a row is known by has room, unless its table says otherwise: the rest means nothing without it. */
function widthOf<T extends TableItem>({ width, isRowHeader }: ColumnConfig<T>) {
  return width ?? (isRowHeader ? '30%' : undefined);
}
