using Fieldcraft.Domain.Assignments.Guard;
using Fieldcraft.Domain.Frameworks;
using Fieldcraft.Web.Html;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;

namespace Fieldcraft.Web.Features.Frameworks;

/// <summary>
/// What the edition in use calls capabilities, in the reader's language: the one way in which every other room names one, offers some to choose from,
/// and asks what builds them. The organisation's names of challenges need no asking: they stand in for the delivered words.
/// </summary>
public sealed class CapabilityNames(FrameworkShelf shelf, Words words)
{
    private const int High = FrameworkContent.HighestWeight;

    public Catalogue InUse => shelf.Current;

    /// <summary>The name of a capability, offered or not.</summary>
    public string Of(string capability) => InUse.NameOf(capability, words);

    /// <summary>Whether it is offered to be chosen now.</summary>
    public bool IsOffered(string capability) => InUse.Find(capability) is { IsHidden: false };

    /// <summary>What the edition in use offers, and what was chosen before it was hidden: that stays until somebody chooses otherwise.</summary>
    public IEnumerable<Choice> Choices(params IEnumerable<string?> chosen) =>
        [
            .. InUse.Choices(words),
            .. chosen
                .OfType<string>()
                .Where(c => c.Length > 0 && !IsOffered(c))
                .Distinct(StringComparer.Ordinal)
                .Select(c => new Choice(c, Of(c))),
        ];

    /// <summary>The capabilities on offer that one of these challenges builds most, in the order of the challenges.</summary>
    public IReadOnlyList<string> BuiltMuchBy(IEnumerable<string> dimensions) =>
        [
            .. dimensions
                .Select(ChallengeDimension.Find)
                .OfType<ChallengeDimension>()
                .SelectMany(d => InUse.Shown.Where(c => InUse.Weight(d, c.Id) == High))
                .Select(c => c.Id)
                .Distinct(StringComparer.Ordinal),
        ];

    /// <summary>The organisation's own word for a key: its names of challenges.</summary>
    internal static string? Own(FrameworkShelf shelf, string key)
    {
        const string Begin = "dimension.";
        const string End = ".name";
        return key.StartsWith(Begin, StringComparison.Ordinal) && key.EndsWith(End, StringComparison.Ordinal)
            ? shelf.Current.Content.ChallengeNames.GetValueOrDefault(key[Begin.Length..^End.Length])
            : null;
    }

    /// <summary>Looks which edition is in use, once a minute, before a page or an operation of somebody signed in.</summary>
    internal static async Task LookAsync(HttpContext context, RequestDelegate next)
    {
        if (context.ViewerOrNull() is not null && !context.Request.Path.StartsWithSegments("/error", StringComparison.Ordinal))
        {
            await context.RequestServices.GetRequiredService<FrameworkReading>().InUseAsync(context.RequestAborted);
        }

        await next(context);
    }
}
