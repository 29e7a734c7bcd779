import { renderInTestApp } from '@backstage/frontend-test-utils';
import { CellText } from '@backstage/ui';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  CardGrid,
  ConditionTable,
  conditionTone,
  DateTime,
  FactList,
  FigureBar,
  PagedTable,
  QuotaBar,
  Section,
  StatusTag,
  StepList,
} from './index';

describe('QuotaBar', () => {
  const cores = (amount: number) => `${amount} cores`;

  it('says in words what the bar shows', async () => {
    renderInTestApp(
      <QuotaBar label="CPU" used={6} requested={2} limit={20} format={cores} />,
    );
    const meter = await screen.findByRole('meter', { name: 'CPU' });
    const text = 'Used 6 cores of 20 cores · requested 2 cores · left 12 cores';
    expect(screen.getByText(text)).toBeInTheDocument();
    expect(meter).toHaveAttribute('aria-valuetext', text);
    expect(meter).toHaveAttribute('aria-valuenow', '6');
  });

  it('says by how much a limit is exceeded', async () => {
    renderInTestApp(
      <QuotaBar label="CPU" used={6} requested={4} limit={8} format={cores} />,
    );
    expect(
      await screen.findByText(/exceeds the limit by 2 cores/),
    ).toBeInTheDocument();
  });

  it('says when there is no quota', async () => {
    renderInTestApp(<QuotaBar label="CPU" used={0} limit={0} format={cores} />);
    expect(await screen.findByText('No quota')).toBeInTheDocument();
  });
});

describe('FigureBar', () => {
  const bar = (
    figures: Record<'taken' | 'asked', number> & { used?: number },
  ) => (
    <FigureBar
      label="CPU"
      limit={20}
      figures={[
        { kind: 'taken', label: 'Allocated', amount: figures.taken },
        { kind: 'asked', label: 'Requested', amount: figures.asked },
        { kind: 'used', label: 'Used', amount: figures.used },
      ]}
      format={amount => `${amount} cores`}
    />
  );

  it('says each figure in words, and what is left', async () => {
    renderInTestApp(bar({ taken: 12, asked: 3, used: 4 }));
    expect(await screen.findByRole('meter', { name: 'CPU' })).toHaveAttribute(
      'aria-valuetext',
      'Allocated 12 cores · Requested 3 cores · Used 4 cores · of 20 cores · left 5 cores',
    );
    expect(
      screen.getAllByRole('listitem').map(({ textContent }) => textContent),
    ).toEqual(['Allocated 12 cores', 'Requested 3 cores', 'Used 4 cores']);
  });

  it('says what is not known rather than to draw nothing used', async () => {
    renderInTestApp(bar({ taken: 12, asked: 0 }));
    expect(await screen.findByText('not known')).toBeInTheDocument();
  });

  it('says by how much the demand exceeds the limit', async () => {
    renderInTestApp(bar({ taken: 18, asked: 6, used: 1 }));
    expect(
      await screen.findByText('of 20 cores · exceeds the limit by 4 cores'),
    ).toBeInTheDocument();
  });
});

describe('StepList', () => {
  it('shows each step with its state in words, and announces progress', async () => {
    renderInTestApp(
      <StepList
        steps={[
          { id: 'a', label: 'Reserve', state: 'done' },
          { id: 'b', label: 'Create', state: 'working' },
          { id: 'c', label: 'Check', state: 'failed', message: 'refused' },
        ]}
      />,
    );
    const steps = await screen.findAllByRole('listitem');
    expect(steps.map(step => step.textContent)).toEqual([
      'ReserveDone',
      'CreateIn progress',
      'CheckFailedrefused',
    ]);
    expect(screen.getByRole('status')).toHaveTextContent('1 of 3 steps done');
  });
});

describe('ConditionTable', () => {
  const condition = {
    type: 'Ready',
    status: 'False' as const,
    reason: 'QuotaExceeded',
    message: 'cpu is used up',
    lastTransitionTime: '2026-11-21T08:00:00Z',
  };

  it('shows why a condition is as it is', async () => {
    renderInTestApp(<ConditionTable conditions={[condition]} />);
    const row = (
      await screen.findByRole('rowheader', { name: 'Ready' })
    ).closest('tr')!;
    expect(within(row).getByText('False')).toBeInTheDocument();
    expect(within(row).getByText('cpu is used up')).toBeInTheDocument();
  });

  it('says when there are none', async () => {
    renderInTestApp(<ConditionTable conditions={[]} />);
    expect(await screen.findByText(/No conditions/)).toBeInTheDocument();
  });

  it.each([
    ['Ready', 'True', 'success'],
    ['Ready', 'False', 'warning'],
    ['Stalled', 'True', 'danger'],
    ['Stalled', 'False', 'success'],
    ['Progressing', 'True', 'info'],
    ['Progressing', 'False', 'neutral'],
    ['Stalled', 'Unknown', 'warning'],
  ] as const)('reads %s=%s as %s', (type, status, tone) => {
    expect(conditionTone({ ...condition, type, status })).toBe(tone);
  });
});

describe('small pieces', () => {
  it('are found by their names', async () => {
    renderInTestApp(
      <Section title="Facts" actions={<button>Edit</button>}>
        <FactList
          facts={[
            { label: 'Owner', value: 'life' },
            { label: 'Lease', value: undefined },
          ]}
        />
        <StatusTag tone="danger" label="Unreachable" />
        <DateTime value="not a date" />
      </Section>,
    );
    const section = await screen.findByRole('region', { name: 'Facts' });
    expect(section).toHaveTextContent('Ownerlife');
    expect(section).toHaveTextContent('Lease–');
    expect(section).toHaveTextContent('Unreachable');
    expect(section).toHaveTextContent('not a date');
    expect(within(section).getByRole('button')).toHaveTextContent('Edit');
  });
});

describe('CardGrid', () => {
  it('is a list with a name', async () => {
    renderInTestApp(
      <CardGrid label="Tenants" narrowest="16rem">
        <li>life</li>
        <li>property</li>
      </CardGrid>,
    );
    const list = await screen.findByRole('list', { name: 'Tenants' });
    expect(
      within(list)
        .getAllByRole('listitem')
        .map(card => card.textContent),
    ).toEqual(['life', 'property']);
  });
});

describe('PagedTable', () => {
  const rows = Array.from({ length: 5 }, (_, id) => ({
    id,
    name: `row ${id}`,
  }));
  const columns = [
    {
      id: 'name',
      label: 'Name',
      isRowHeader: true,
      cell: (row: (typeof rows)[number]) => <CellText title={row.name} />,
    },
  ];
  const table = (
    filter: string,
    load: () => void = () => {},
    countedBeyond?: number,
  ) => (
    <PagedTable
      label="Rows"
      columns={columns}
      pageSize={2}
      countedBeyond={countedBeyond}
      dependencies={[filter]}
      empty={{ title: 'No rows' }}
      load={async ({ limit, offset }) => {
        load();
        const found = rows.filter(row => row.name.includes(filter));
        return {
          items: found.slice(offset, offset + limit),
          totalCount: found.length,
        };
      }}
    />
  );

  it('asks the server for one page after the other', async () => {
    renderInTestApp(table(''));
    expect(await screen.findByText('row 0')).toBeInTheDocument();
    expect(screen.getByRole('grid', { name: 'Rows' })).toBeInTheDocument();
    expect(screen.getByText('1–2 of 5')).toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: 'Previous page' }),
    ).toBeDisabled();
    await userEvent.click(screen.getByRole('button', { name: 'Next page' }));
    expect(await screen.findByText('row 2')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Next page' }));
    expect(await screen.findByText('row 4')).toBeInTheDocument();
    expect(screen.getByText('5–5 of 5')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Next page' })).toBeDisabled();
  });

  it('says where the server counts no further', async () => {
    renderInTestApp(table('', () => {}, 2));
    expect(await screen.findByText('1–2 of 5+')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Next page' }));
    expect(await screen.findByText('3–4 of 5')).toBeInTheDocument();
  });

  it('says when there is nothing', async () => {
    renderInTestApp(table('nothing like this'));
    expect(await screen.findByText('No rows')).toBeInTheDocument();
  });

  it('offers a retry when the first page fails', async () => {
    let isDown = true;
    renderInTestApp(
      table('', () => {
        if (isDown) throw new Error('down');
      }),
    );
    expect(await screen.findByRole('alert')).toHaveTextContent('down');
    isDown = false;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('row 0')).toBeInTheDocument();
  });
});
