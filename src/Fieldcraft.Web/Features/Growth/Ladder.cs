using Fieldcraft.Domain.Frameworks;

namespace Fieldcraft.Web.Features.Growth;

/// <summary>One rating of a capability as <c>_Ladder.cshtml</c> asks for it: seven rungs, the four anchors at 1, 3, 5 and 7, "cannot tell" apart.</summary>
/// <param name="Name">Its name in the form: a dictionary with the id in brackets.</param>
/// <param name="Unknown">What the answer apart says; null offers none.</param>
public sealed record Ladder(string Name, string Legend, Catalogue Catalogue, string Capability, string? Value, string? Unknown)
{
    public string Id => Name.Replace('[', '-').Replace("]", "", StringComparison.Ordinal).Replace('.', '-');

    /// <summary>The level whose anchor stands at a rung; null between two (DOMAIN 2.2).</summary>
    public static int? LevelAt(int rung) => rung % 2 == 1 ? (rung + 1) / 2 : null;
}
