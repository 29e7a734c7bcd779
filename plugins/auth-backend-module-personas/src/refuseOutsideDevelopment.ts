/**
 * Throws unless this is plainly a development portal: personas sign in without a password.
 */
export function refuseOutsideDevelopment(setting: {
  nodeEnv: string | undefined;
  authEnvironment: string | undefined;
}): void {
  const remedy =
    "Personas sign in without a password, so they are for a laptop only: remove 'auth.personas.users' from the configuration, or set it to an empty list.";
  if (setting.nodeEnv === 'production') {
    throw new Error(
      `'auth.personas.users' is set, but NODE_ENV is 'production'. ${remedy}`,
    );
  }
  if (setting.authEnvironment !== 'development') {
    throw new Error(
      `'auth.personas.users' is set, but 'auth.environment' is '${
        setting.authEnvironment ?? 'not set'
      }' and not 'development'. ${remedy}`,
    );
  }
}
