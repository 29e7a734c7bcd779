export { UsageHistorySection } from './UsageHistorySection';
