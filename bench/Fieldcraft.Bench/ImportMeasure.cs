namespace Fieldcraft.Bench;

/// <summary>The whole directory of 8,005 people: looked over, taken in, and taken in once more.</summary>
internal static class ImportMeasure
{
    public static async Task RunAsync(BenchRun run)
    {
        if (!run.Wants("import"))
        {
            return;
        }

        var data = Path.Combine(run.Folder, "import");
        var file = Path.Combine(AppContext.BaseDirectory, "Demo", "people.csv");
        await EmptyOrganisation.SetUpAsync(data);
        var (_, dry) = await Child.RunAsync("import", "people", file, "--dry-run", "--json", "--data", data);
        run.Add(new Row("import.dry-run", 3, null, dry, null, "s"));
        var (_, real) = await Child.RunAsync("import", "people", file, "--json", "--data", data);
        run.Add(new Row("import.apply", 10, null, real, null, "s"));
        var (_, again) = await Child.RunAsync("import", "people", file, "--json", "--data", data);
        run.Add(new Row("import.same-again", null, null, again, null, "s"));
    }
}
