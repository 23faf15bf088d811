using System.Globalization;
using System.Text.RegularExpressions;

namespace Fieldcraft.Tests.Html;

/// <summary>Contrast (WCAG 2.2, 1.4.3, 1.4.6 and 1.4.11) of the colours as they stand in the stylesheet, in light and in dark.</summary>
public sealed partial class ContrastTests
{
    private static readonly string Sheet = File.ReadAllText(
        Path.Combine(AppContext.BaseDirectory, "wwwroot", "css", "tokens", "colour.css")
    );

    [Theory]
    [InlineData("text", "page", 7)]
    [InlineData("text", "sheet", 7)]
    [InlineData("text", "wash", 7)]
    [InlineData("text", "accent-wash", 7)]
    [InlineData("text", "signal-wash", 7)]
    [InlineData("text", "loss-wash", 7)]
    [InlineData("quiet", "page", 7)]
    [InlineData("quiet", "sheet", 7)]
    [InlineData("quiet", "wash", 7)]
    [InlineData("accent", "page", 7)]
    [InlineData("on-accent", "accent", 7)]
    [InlineData("on-accent", "accent-strong", 7)]
    [InlineData("signal", "page", 7)]
    [InlineData("loss", "page", 7)]
    [InlineData("accent", "accent-wash", 4.5)]
    [InlineData("signal", "signal-wash", 4.5)]
    [InlineData("loss", "loss-wash", 4.5)]
    [InlineData("edge", "page", 3)]
    [InlineData("edge", "sheet", 3)]
    [InlineData("focus", "page", 3)]
    public void A_pair_of_colours_can_be_read(string front, string back, double atLeast)
    {
        var (light, dark) = (Ratio(Light(front), Light(back)), Ratio(Dark(front), Dark(back)));

        light.ShouldBeGreaterThanOrEqualTo(atLeast, "light");
        dark.ShouldBeGreaterThanOrEqualTo(atLeast, "dark");
    }

    [Fact]
    public void The_reckoning_knows_black_on_white_and_a_pair_that_nobody_can_read()
    {
        Ratio(Luminance(0, 0, 0), Luminance(1, 0, 0)).ShouldBe(21, 0.05);
        Ratio(Luminance(0.977, 0.008, 86), Luminance(0.948, 0.012, 84)).ShouldBeLessThan(1.2);
    }

    private static double Light(string role) => OfRole(role, "light");

    private static double Dark(string role) => OfRole(role, "dark");

    private static double OfRole(string role, string scheme)
    {
        var pair = Regex.Match(
            Sheet,
            $@"--{role}: light-dark\(var\(--(?<light>[\w-]+)\), var\(--(?<dark>[\w-]+)\)\)",
            RegexOptions.ExplicitCapture,
            TimeSpan.FromSeconds(1)
        );
        if (pair.Success)
        {
            return OfColour(pair.Groups[scheme].Value);
        }

        var same = Regex.Match(Sheet, $@"--{role}: var\(--(?<role>[\w-]+)\)", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
        same.Success.ShouldBeTrue($"There is no role {role}.");
        return OfRole(same.Groups["role"].Value, scheme);
    }

    private static double OfColour(string name)
    {
        var match = Colours().Matches(Sheet).Single(m => m.Groups["name"].Value == name);
        return Luminance(Number(match, "l"), Number(match, "c"), Number(match, "h"));
    }

    private static double Number(Match match, string group) => double.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    private static double Ratio(double one, double other) => (Math.Max(one, other) + 0.05) / (Math.Min(one, other) + 0.05);

    /// <summary>Relative luminance of an OKLCH colour: Ottosson's matrices to linear sRGB, then the weights of WCAG.</summary>
    private static double Luminance(double lightness, double chroma, double hue)
    {
        var (sin, cos) = Math.SinCos(hue * Math.PI / 180);
        var (a, b) = (chroma * cos, chroma * sin);
        var l = Math.Pow(lightness + (0.3963377774 * a) + (0.2158037573 * b), 3);
        var m = Math.Pow(lightness - (0.1055613458 * a) - (0.0638541728 * b), 3);
        var s = Math.Pow(lightness - (0.0894841775 * a) - (1.2914855480 * b), 3);
        var red = (4.0767416621 * l) - (3.3077115913 * m) + (0.2309699292 * s);
        var green = (-1.2684380046 * l) + (2.6097574011 * m) - (0.3413193965 * s);
        var blue = (-0.0041960863 * l) - (0.7034186147 * m) + (1.7076147010 * s);
        return (0.2126 * Math.Clamp(red, 0, 1)) + (0.7152 * Math.Clamp(green, 0, 1)) + (0.0722 * Math.Clamp(blue, 0, 1));
    }

    [GeneratedRegex(@"--(?<name>[\w-]+): oklch\((?<l>[\d.]+) (?<c>[\d.]+) (?<h>[\d.]+)\)", RegexOptions.ExplicitCapture)]
    private static partial Regex Colours();
}
