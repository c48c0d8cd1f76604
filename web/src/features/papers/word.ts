import mammoth from "mammoth";

/** The words of a Word file as HTML: headings one level deeper, since the first belongs to the paper; no pictures. */
export async function convertToHtml(file: ArrayBuffer): Promise<string> {
  const { value } = await mammoth.convertToHtml(
    { arrayBuffer: file },
    {
      styleMap: ["p[style-name='Heading 1'] => h3:fresh", "p[style-name='Heading 2'] => h3:fresh", "u => u"],
      convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: "" })),
      // Only what is in the file itself: nothing is fetched.
      externalFileAccess: false,
    },
  );
  return value.replaceAll(/<img[^>]*>/g, "");
}
