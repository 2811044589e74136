/** A value of a page's query, decoded; what cannot be decoded stays as it is, what is missing is empty. */
export function queryValue(query, name) {
  const value = query && typeof query[name] === 'string' ? query[name] : '';
  try {
    return decodeURIComponent(value);
  } catch (error) {
    return value;
  }
}
