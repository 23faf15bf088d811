using Fieldcraft.Domain.Shared;
using Fieldcraft.Web.Wall;

namespace Fieldcraft.Web.Running;

/// <summary>Reads <c>content/rules.json</c> once at the start. A program with rules it does not understand would rather not run.</summary>
internal static class DeliveredRules
{
    /// <exception cref="StartRefusedException">The file is missing, misspelt or holds a number that breaks a promise.</exception>
    public static Rules Read(string contentFolder)
    {
        try
        {
            return RulesFile.Parse(File.ReadAllText(Path.Combine(contentFolder, "rules.json")));
        }
        catch (Exception unusable) when (unusable is FormatException or IOException)
        {
            throw new StartRefusedException("rules-unusable", $"content/rules.json cannot be used: {unusable.Message}");
        }
    }
}
