using Fieldcraft.Domain.SignIn;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.Shared;
using Fieldcraft.Web.Html;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Account.ShowAccount;

internal sealed class ShowAccountModel(
    FieldcraftDb db,
    AccountReading reading,
    TokenMaking tokens,
    Viewer viewer,
    WordCatalogue catalogue,
    Words words,
    EndpointDataSource endpoints,
    TimeProvider clock
) : PageModel
{
    public const string ExportAddress = "/account/export";

    [BindProperty]
    public string Language { get; set; } = "";

    public string Name => viewer.Name;
    public string? UserName { get; private set; }
    public IReadOnlyList<ShownSession> Sessions { get; private set; } = [];
    public IReadOnlyList<ShownToken> Tokens { get; private set; } = [];
    public IReadOnlyList<ShownNotice> Notices { get; private set; } = [];
    public IReadOnlyList<Choice> Languages => [.. catalogue.Languages.Select(l => new Choice(l, ChooseLanguageModel.NameOf(l)))];
    public bool MayMakeTokens => TokenMaking.MayMake(viewer);
    public DateTimeOffset? ShutUntil => viewer.SealedShutUntil > clock.GetUtcNow() ? viewer.SealedShutUntil : null;

    public bool HasExport =>
        endpoints
            .Endpoints.OfType<RouteEndpoint>()
            .Any(e => string.Equals($"/{e.RoutePattern.RawText?.Trim('/')}", ExportAddress, StringComparison.Ordinal));

    public string DeviceOf(ShownSession session) => session.Device.Length > 0 ? session.Device : words["account.session.unknown"];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        await reading.LookedAsync(viewer, cancellationToken);
    }

    public async Task<IActionResult> OnPostLanguageAsync(CancellationToken cancellationToken)
    {
        if (!catalogue.Languages.Contains(Language, StringComparer.Ordinal))
        {
            await LoadAsync(cancellationToken);
            return this.Again();
        }

        var person = await db.People.FirstAsync(p => p.Id == viewer.PersonId, cancellationToken);
        person.Correct(person.Facts() with { Language = Language }, clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        return this.Onward(AccountLinks.Show, "account.flash.language");
    }

    public async Task<IActionResult> OnPostEndSessionAsync(Guid id, CancellationToken cancellationToken)
    {
        var (sessionId, me) = (SessionId.From(id), viewer.PersonId);
        if (await db.Sessions.FirstOrDefaultAsync(s => s.Id == sessionId && s.PersonId == me, cancellationToken) is not { } session)
        {
            return NotFound();
        }

        session.End(clock.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        return this.Onward(AccountLinks.Show, "account.flash.session_ended");
    }

    public async Task<IActionResult> OnPostEndTokenAsync(Guid id, CancellationToken cancellationToken) =>
        await tokens.EndAsync(viewer, id, cancellationToken) ? this.Onward(AccountLinks.Show, "account.flash.token_ended") : NotFound();

    private async Task LoadAsync(CancellationToken cancellationToken)
    {
        var me = viewer.PersonId;
        Language = viewer.Language;
        UserName = await db.Accounts.Where(a => a.PersonId == me).Select(a => a.UserName).FirstOrDefaultAsync(cancellationToken);
        Sessions = await reading.SessionsAsync(viewer, cancellationToken);
        Tokens = await reading.TokensAsync(viewer, cancellationToken);
        Notices = await reading.NoticesAsync(viewer, cancellationToken);
    }
}
