// Secrets: the labels of fields whose values are shown as dots.
export const isSecret = label => /passwor|kennwort|mot de passe|contrase|lösenord|parola|has[łl]o/i.test(label)
