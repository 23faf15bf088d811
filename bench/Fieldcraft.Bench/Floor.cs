using Fieldcraft.Domain.Shared;
using Fieldcraft.Web;
using Fieldcraft.Web.Security;
using Fieldcraft.Web.Wall;
using Microsoft.Data.Sqlite;

namespace Fieldcraft.Bench;

/// <summary>
/// What a hand-written endpoint would cost: the same sign-in (the product's own authentication runs before it), the same queries sent by hand,
/// the same texts opened by the product's vault, the same bytes sent. No page model, no view, no mapping. In the bench only.
/// </summary>
internal sealed class Floor(Settings settings)
{
    private readonly Dictionary<string, RecordedPage> _pages = new(StringComparer.Ordinal);

    public void Keep(string key, IReadOnlyList<RecordedQuery> queries, byte[] body) =>
        _pages[key] = new RecordedPage([.. queries.Where(q => !IsOfTheProduct(q))], body);

    public void Map(WebApplication app) =>
        app.MapGet("/floor/{key}", AnswerAsync).RequireAuthorization(Policies.SignedIn).ExcludeFromDescription();

    // Signing in and unsealing are called, not copied: their queries come with them.
    private static bool IsOfTheProduct(RecordedQuery query) =>
        query.Sql.Contains("\"Sessions\"", StringComparison.Ordinal) || query.Sql.Contains("FROM \"KeyWraps\"", StringComparison.Ordinal);

    private async Task AnswerAsync(string key, HttpContext http, Viewer viewer, Vault vault)
    {
        var page = _pages[key];
        var texts = new List<SealedText>();
        await using (var connection = new SqliteConnection(settings.Choice.ConnectionString))
        {
            await connection.OpenAsync(http.RequestAborted);
            foreach (var query in page.Queries)
            {
                await ReadAsync(connection, query, texts, http.RequestAborted);
            }
        }

        var unlocked = await vault.UnlockAsync(viewer, texts, http.RequestAborted);
        foreach (var text in texts.Where(unlocked.Opens))
        {
            unlocked.Open(text);
        }

        http.Response.ContentType = "text/html; charset=utf-8";
        await http.Response.Body.WriteAsync(page.Body, http.RequestAborted);
    }

    private static async Task ReadAsync(
        SqliteConnection connection,
        RecordedQuery query,
        List<SealedText> texts,
        CancellationToken cancellationToken
    )
    {
        await using var command = connection.CreateCommand();
        command.CommandText = query.Sql;
        foreach (var (name, value) in query.Parameters)
        {
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        }

        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            for (var column = 0; column < reader.FieldCount; column++)
            {
                if (reader.GetValue(column) is byte[] { Length: > 60 } bytes && bytes[0] == SealedText.LayoutVersion)
                {
                    texts.Add(SealedText.FromBytes(bytes));
                }
            }
        }
    }

    private sealed record RecordedPage(IReadOnlyList<RecordedQuery> Queries, byte[] Body);
}
