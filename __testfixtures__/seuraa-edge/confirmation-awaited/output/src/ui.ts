export function setSaved(id: string) { console.log(id); }
export function showError(id: string) { console.log(id); }
export function navigate(id: string) { console.log(id); }
