using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Fieldcraft.Web.Features.Stories.Kit;

/// <summary>A step of the session: when it begins, in minutes from the start, and how long it takes.</summary>
public sealed record SessionStep(string Key, int From, int Minutes);

/// <summary>Sixty minutes with a senior team: everybody brings one story, together they make the map.</summary>
public sealed class WorkSessionModel : PageModel
{
    public static readonly IReadOnlyList<string> SheetRows = ["story", "kind", "risk", "offer"];

    /// <summary>In order; they add up to sixty minutes.</summary>
    public static readonly IReadOnlyList<SessionStep> Steps = Timed(
        ("open", 5),
        ("alone", 5),
        ("pairs", 16),
        ("map", 14),
        ("ready", 10),
        ("offers", 7),
        ("close", 3)
    );

    private static List<SessionStep> Timed(params (string Key, int Minutes)[] steps)
    {
        var timed = new List<SessionStep>();
        foreach (var (key, minutes) in steps)
        {
            timed.Add(new SessionStep(key, timed.Sum(s => s.Minutes), minutes));
        }

        return timed;
    }
}
