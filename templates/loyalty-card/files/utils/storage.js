/** Reads a stored value; anything unreadable is the fallback. */
export function load(key, fallback) {
  try {
    const { data } = my.getStorageSync({ key });
    return data === undefined || data === null || data === '' ? fallback : data;
  } catch (error) {
    console.warn(`${key} cannot be read`, error);
    return fallback;
  }
}

/** Stores a value; a full or missing storage must not stop the customer. */
export function save(key, data) {
  try {
    my.setStorageSync({ key, data });
  } catch (error) {
    console.warn(`${key} cannot be stored`, error);
  }
}
