// prepare.mjs: makes sure that the binaries of a kube-apiserver are there, for a run that needs them later. Without a way to
// have them it says why, in one line, and that is no failure.
import { findBinaries } from './findBinaries.mjs';

const log = line => console.log(`kube-apiserver: ${line}`);

if (!process.env.TEST_KUBECONFIG) {
  const { folder, reason } = await findBinaries({ log });
  log(folder ? `found in ${folder}` : reason);
}
