import { type ReactNode } from 'react';
import { Container, Flex, Header } from '@backstage/ui';

/** @public */
export type PageFrameProps = {
  /** In the person's language; titles of page extensions are static and belong to the navigation. */
  title: string;
  description?: string;
  breadcrumbs?: { label: string; href: string }[];
  actions?: ReactNode;
  children: ReactNode;
};

/**
 * The frame of a page: its title in the person's language, actions, and the content below each other. Give the page
 * extension `noHeader: true`.
 *
 * @public
 */
export function PageFrame(props: PageFrameProps) {
  return (
    <main>
      <Header
        title={props.title}
        description={props.description}
        breadcrumbs={props.breadcrumbs}
        customActions={props.actions}
      />
      <Container>
        <Flex direction="column" gap="4" pb="8">
          {props.children}
        </Flex>
      </Container>
    </main>
  );
}
