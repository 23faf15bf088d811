using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Fieldcraft.Tests.Planners;

/// <summary>What poppler's programs read out of a PDF. Positions and sizes are points.</summary>
internal sealed partial class Poppler
{
    /// <summary>Sizes are told as whole numbers; three times as large they tell thirds of a point.</summary>
    private const int Zoom = 3;
    private readonly List<(string Text, double Left, double Right)> _words;
    private readonly List<double> _sizes;

    private Poppler(List<(string Text, double Left, double Right)> words, List<double> sizes) => (_words, _sizes) = (words, sizes);

    public static bool IsThere { get; } =
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(f => File.Exists(Path.Combine(f, "pdftohtml")));

    public string Text => string.Join(' ', _words.Select(w => w.Text));

    public double SmallestPoints => _sizes.Min();

    public double LargestPoints => _sizes.Max();

    public double RightMost => _words.Max(w => w.Right);

    public double LeftMostOf(params IReadOnlyCollection<string> spellings) =>
        _words.Where(w => spellings.Contains(w.Text)).Min(w => w.Left);

    public static async Task<Poppler> ReadAsync(byte[] pdf)
    {
        var file = Path.Combine(Path.GetTempPath(), $"planner-{Guid.CreateVersion7():n}.pdf");
        await File.WriteAllBytesAsync(file, pdf, TestContext.Current.CancellationToken);
        try
        {
            var words = Word().Matches(await RunAsync("pdftotext", "-bbox", file, "-"));
            var fonts = Font().Matches(await RunAsync("pdftohtml", "-xml", "-i", "-stdout", "-zoom", $"{Zoom}", file));
            return new Poppler(
                [
                    .. words.Select(w =>
                        (System.Net.WebUtility.HtmlDecode(w.Groups["text"].Value), Number(w.Groups["left"]), Number(w.Groups["right"]))
                    ),
                ],
                [.. fonts.Select(f => Number(f.Groups["size"]) / Zoom)]
            );
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static async Task<string> RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, UseShellExecute = false }
        )!;
        var text = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        process.ExitCode.ShouldBe(0, program);
        return text;
    }

    private static double Number(Group group) => double.Parse(group.Value, CultureInfo.InvariantCulture);

    [GeneratedRegex("""<word xMin="(?<left>[\d.]+)" yMin="[\d.]+" xMax="(?<right>[\d.]+)" yMax="[\d.]+">(?<text>[^<]*)<""")]
    private static partial Regex Word();

    [GeneratedRegex("""<fontspec id="\d+" size="(?<size>\d+)" """)]
    private static partial Regex Font();
}
