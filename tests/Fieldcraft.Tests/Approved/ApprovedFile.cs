namespace Fieldcraft.Tests.Approved;

/// <summary>
/// A file in the repository that a test writes from the code, so that every change of it is seen in a review.
/// Set FIELDCRAFT_APPROVE=1 to take over what the code says now.
/// </summary>
public static class ApprovedFile
{
    /// <summary>The top of the checkout.</summary>
    public static string Root { get; } = FindRoot();

    public static void ShouldMatch(string path, string now)
    {
        var file = Path.Combine(Root, path);
        var wanted = now.ReplaceLineEndings("\n").TrimEnd() + "\n";
        if (Environment.GetEnvironmentVariable("FIELDCRAFT_APPROVE") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, wanted);
            return;
        }

        var approved = File.Exists(file) ? File.ReadAllText(file) : "";
        approved.ShouldBe(
            wanted,
            $"{path} no longer says what the code says. Look at the difference; FIELDCRAFT_APPROVE=1 bin/test --fast takes it over."
        );
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Fieldcraft.slnx")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests run outside a checkout.");
    }
}
