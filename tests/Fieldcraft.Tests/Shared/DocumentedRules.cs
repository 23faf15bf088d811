using Fieldcraft.Domain.Shared;

namespace Fieldcraft.Tests.Shared;

/// <summary>The settings file as it is delivered; the domain has no defaults of its own to test with.</summary>
internal static class DocumentedRules
{
    public static string Text { get; } = File.ReadAllText(Path.Combine(Root(), "content", "rules.json"));

    public static Rules All { get; } = RulesFile.Parse(Text);

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Fieldcraft.slnx")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("The tests run outside the tree.");
    }
}
