import java.awt.Color;
import java.awt.Toolkit;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import javax.swing.SwingUtilities;

/** Program: a line of {"plan", "mark"} in, or "tell" or "null"; a line of what stands on the screen out. */
public final class Program {
    private static Window window;

    private Program() {
    }

    public static void main(String[] words) throws Exception {
        var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.startsWith("{")) show(Plan.of(Json.read(line)));
            else if (line.equals("null")) close();
            System.out.println(tell());
            System.out.flush();
        }
        System.exit(0);
    }

    private static void show(Plan told) throws Exception {
        var plan = Plan.of(told.values().get("plan"));
        if (System.getProperty("sun.java2d.uiScale") == null) {
            System.setProperty("sun.java2d.uiScale", String.valueOf((int) plan.number("scale")));
            System.setProperty("awt.useSystemAAFontSettings", ((long) plan.number("seed")) / 2 % 2 == 0 ? "on" : "lcd");
        }
        close();
        SwingUtilities.invokeAndWait(() -> {
            try {
                Looks.choose(plan);
            } catch (Exception error) {
                throw new IllegalStateException(error);
            }
            window = new Window(plan);
            window.show(Color.decode(told.text("mark")));
        });
        SwingUtilities.invokeAndWait(() -> window.open());
    }

    private static void close() throws Exception {
        SwingUtilities.invokeAndWait(() -> {
            if (window != null) window.close();
            window = null;
        });
        Toolkit.getDefaultToolkit().sync();
    }

    private static String tell() throws Exception {
        var told = new String[] {"{}"};
        SwingUtilities.invokeAndWait(() -> {
            if (window != null) told[0] = window.tell();
        });
        Toolkit.getDefaultToolkit().sync();
        return told[0];
    }
}
