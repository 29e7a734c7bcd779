export { EditPage } from './EditPage';
export { RegisterLink, RegistrationActions } from './RegistrationActions';
export { RegisterPage } from './RegisterPage';
