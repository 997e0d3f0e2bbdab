# sh document.sh FILE LINE...: makes a PDF, each line a page of its own, in large letters.
exec python3 - "$@" <<'PY'
import sys
objects = ["<< /Type /Catalog /Pages 2 0 R >>", "", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
for line in sys.argv[2:]:
    text = f"BT /F 24 Tf 40 160 Td ({line}) Tj ET"
    objects += [
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 420 240] /Contents {len(objects) + 2} 0 R"
        " /Resources << /Font << /F 3 0 R >> >> >>",
        f"<< /Length {len(text)} >>\nstream\n{text}\nendstream",
    ]
pages = " ".join(f"{number} 0 R" for number in range(4, len(objects) + 1, 2))
objects[1] = f"<< /Type /Pages /Kids [{pages}] /Count {len(sys.argv) - 2} >>"
made, places = b"%PDF-1.4\n", []
for number, content in enumerate(objects, 1):
    places.append(len(made))
    made += f"{number} 0 obj\n{content}\nendobj\n".encode()
rows = "".join(f"{place:010} 00000 n \n" for place in places)
end = f"trailer\n<< /Size {len(places) + 1} /Root 1 0 R >>\nstartxref\n{len(made)}\n%%EOF\n"
with open(sys.argv[1], "wb") as file:
    file.write(made + f"xref\n0 {len(places) + 1}\n0000000000 65535 f \n{rows}{end}".encode())
PY
