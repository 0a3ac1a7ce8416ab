// Every screen of the app and the way to it from a fresh phone, for pictures and for checks that hold on each of them.
// `name` is the picture's file name; `address` is where the app opens; `arrive(page)` presses what leads further.
export const screens = [
  { name: 'first-start', address: '/' },
];
