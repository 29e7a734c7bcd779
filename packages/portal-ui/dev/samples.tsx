import { Button, CellText, Text, TextField } from '@backstage/ui';
import {
  CardGrid,
  CommandFailure,
  ConditionTable,
  ConfirmButton,
  DateTime,
  DeniedState,
  EmptyState,
  ErrorState,
  FactList,
  FieldFrame,
  LoadableView,
  LoadingState,
  MainAndSide,
  PagedTable,
  PartTabs,
  Section,
  StatusTag,
  StepList,
} from '../src';
import { Figures, Frame, Quotas } from './quotaSamples';
import type { Sample } from './Sample';

const error = new Error("The cluster 'prod' does not answer");
const rows = [1, 2, 3].map(id => ({ id, name: `life-policy-${id}` }));

/** Every component that the package exports, but the frame in which they stand. */
export const SAMPLES: Sample[] = [
  {
    name: 'LoadingState',
    about: {
      'zh-CN': '五种状态之一：加载中',
      en: 'Of the five states: loading',
    },
    draw: () => <LoadingState rows={3} />,
  },
  {
    name: 'EmptyState',
    about: {
      'zh-CN': '没有数据，以及下一步',
      en: 'Nothing yet, and the next step',
    },
    draw: () => (
      <EmptyState
        title="life-policy"
        description="0"
        action={<Button variant="secondary">+</Button>}
      />
    ),
  },
  {
    name: 'ErrorState',
    about: { 'zh-CN': '出错，可重试', en: 'An error, with a retry' },
    draw: () => <ErrorState error={error} retry={() => {}} />,
  },
  {
    name: 'DeniedState',
    about: { 'zh-CN': '无权限，以及找谁', en: 'Refused, and whom to ask' },
    draw: () => <DeniedState error={new Error('403')} />,
  },
  {
    name: 'LoadableView',
    about: {
      'zh-CN': '在五种状态之间切换；刷新失败时保留旧数据',
      en: 'Switches between the five; keeps data when a refresh fails',
    },
    draw: () => (
      <LoadableView
        loadable={{
          status: 'data',
          data: 'life-policy-dev',
          retry: () => {},
          isRefreshing: false,
          refreshError: error,
        }}
      >
        {name => <Text>{name}</Text>}
      </LoadableView>
    ),
  },
  {
    name: 'StatusTag',
    about: {
      'zh-CN': '状态：文字、图标、颜色',
      en: 'A status: word, icon, colour',
    },
    draw: () => (
      <>
        {(['neutral', 'info', 'success', 'warning', 'danger'] as const).map(
          tone => (
            <StatusTag key={tone} tone={tone} label={tone} />
          ),
        )}
      </>
    ),
  },
  {
    name: 'ConditionTable',
    about: { 'zh-CN': 'Kubernetes 状况', en: 'Conditions of Kubernetes' },
    draw: () => (
      <ConditionTable
        conditions={[
          {
            type: 'Ready',
            status: 'False',
            reason: 'QuotaExceeded',
            message: 'requests.cpu 4 > 2',
            lastTransitionTime: '2026-11-21T08:00:00Z',
          },
          {
            type: 'Progressing',
            status: 'True',
            reason: 'Applying',
            message: '',
            lastTransitionTime: '2026-11-21T08:01:00Z',
          },
        ]}
      />
    ),
  },
  {
    name: 'QuotaBar',
    about: {
      'zh-CN': '配额：已用、申请中、超出',
      en: 'A quota: used, asked for, exceeded',
    },
    draw: () => <Quotas />,
  },
  {
    name: 'FigureBar',
    about: {
      'zh-CN': '一条上的多个数值：已分配、申请中、使用、峰值；未知',
      en: 'Several figures on one bar: taken, asked, used, peak; unknown',
    },
    draw: () => <Figures />,
  },
  {
    name: 'BarFrame',
    about: {
      'zh-CN': '所有用量条的框架：名称、文字和一条',
      en: 'What every bar is made of: its name, words and the bar',
    },
    draw: () => <Frame />,
  },
  {
    name: 'StepList',
    about: { 'zh-CN': '长任务的步骤', en: 'Steps of something long' },
    draw: () => (
      <StepList
        steps={[
          { id: 'b', label: 'apply', state: 'working', message: '3 / 5' },
          { id: 'c', label: 'verify', state: 'failed', message: 'timeout' },
        ]}
      />
    ),
  },
  {
    name: 'PagedTable',
    about: { 'zh-CN': '服务端分页的表格', en: 'A table that the server pages' },
    draw: () => (
      <PagedTable
        label="life"
        columns={[
          {
            id: 'name',
            label: 'Name',
            isRowHeader: true,
            cell: row => <CellText title={row.name} />,
          },
        ]}
        load={async () => ({ items: rows, totalCount: 42 })}
        dependencies={[]}
        pageSize={3}
        empty={{ title: '0' }}
      />
    ),
  },
  {
    name: 'FactList',
    about: { 'zh-CN': '名称与值', en: 'Names and values' },
    draw: () => (
      <FactList
        facts={[
          { label: 'Namespace', value: 'life-policy-dev' },
          { label: 'Lease', value: undefined },
        ]}
      />
    ),
  },
  {
    name: 'Section',
    about: { 'zh-CN': '页面中带标题的一块', en: 'A titled part of a page' },
    draw: () => (
      <Section title="life" actions={<Button size="small">+</Button>}>
        <Text>life-policy-dev</Text>
      </Section>
    ),
  },
  {
    name: 'MainAndSide',
    about: { 'zh-CN': '主栏与侧栏', en: 'A main column and a side' },
    draw: () => (
      <MainAndSide side={<Text>life</Text>}>
        <Text>life-policy-dev</Text>
      </MainAndSide>
    ),
  },
  {
    name: 'PartTabs',
    about: {
      'zh-CN': '一页分几部分，地址里记住选中的部分',
      en: 'A page in parts; the address remembers which',
    },
    draw: () => (
      <PartTabs
        label="life"
        parts={['life-1', 'life-2'].map(id => ({
          id,
          title: id,
          content: <Text>{id}</Text>,
        }))}
      />
    ),
  },
  {
    name: 'CardGrid',
    about: {
      'zh-CN': '卡片列表，列数随宽度变化',
      en: 'A list of cards, in as many columns as fit',
    },
    draw: () => (
      <CardGrid label="life" narrowest="16rem">
        {rows.map(({ id, name }) => (
          <li key={id}>
            <Text>{name}</Text>
          </li>
        ))}
      </CardGrid>
    ),
  },
  {
    name: 'CommandFailure',
    about: { 'zh-CN': '操作失败的原因', en: 'Why a command failed' },
    draw: () => (
      <CommandFailure title="life-1" state={{ status: 'failed', error }} />
    ),
  },
  {
    name: 'ConfirmButton',
    about: {
      'zh-CN': '执行前再次确认的按钮',
      en: 'A button that asks back',
    },
    draw: () => (
      <ConfirmButton
        destructive
        label="life-1"
        title="life-1"
        question="life-1?"
        confirmLabel="OK"
        keepLabel="×"
        failedTitle="life-1"
        run={async () => {
          throw error;
        }}
      />
    ),
  },
  {
    name: 'FieldFrame',
    about: { 'zh-CN': '带错误提示的输入框', en: 'A field with its problem' },
    draw: () => (
      <FieldFrame problem="CPU > 0">
        {field => <TextField {...field} label="CPU" />}
      </FieldFrame>
    ),
  },
  {
    name: 'DateTime',
    about: {
      'zh-CN': '时间，按语言与时区',
      en: 'A moment, by language and zone',
    },
    draw: () => (
      <Text>
        <DateTime value="2026-11-21T08:00:00Z" /> ·{' '}
        <DateTime value="2026-11-21T08:00:00Z" relative />
      </Text>
    ),
  },
];
