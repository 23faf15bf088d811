namespace Fieldcraft.Web.Features.Opportunities;

/// <summary>Every address of opportunities.</summary>
public static class OpportunitiesLinks
{
    public const string Questions = "/opportunities";
    public const string CardAddress = "/opportunities/card";

    /// <summary>The chosen questions stand in the address, so that nothing has to be kept: bookmark it, or print it.</summary>
    public static string Card(IEnumerable<string> questions) => CardAddress + Chosen(questions);

    public static string Change(IEnumerable<string> questions) => Questions + Chosen(questions);

    private static string Chosen(IEnumerable<string> questions) =>
        QueryString.Create(questions.Select(q => KeyValuePair.Create("q", (string?)q))).ToString();
}
