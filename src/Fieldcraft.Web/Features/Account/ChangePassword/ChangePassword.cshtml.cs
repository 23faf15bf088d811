using System.ComponentModel.DataAnnotations;
using Fieldcraft.Domain.SignIn;
using Fieldcraft.Persistence;
using Fieldcraft.Web.Features.SignIn;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Fieldcraft.Web.Features.Account.ChangePassword;

public sealed record PasswordInput
{
    [Required, MaxLength(SignInAccount.LongestPassword)]
    public string Old { get; init; } = "";

    [Required, MaxLength(SignInAccount.LongestPassword)]
    public string New { get; init; } = "";
}

internal sealed class ChangePasswordModel(
    FieldcraftDb db,
    Passwords passwords,
    Throttle throttle,
    SignInDesk desk,
    Viewer viewer,
    Words words,
    TimeProvider clock
) : PageModel
{
    [BindProperty]
    public PasswordInput Input { get; set; } = new();

    public string UserName { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await LoadAsync(cancellationToken) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await LoadAsync(cancellationToken) is not { } account)
        {
            return NotFound();
        }

        if (Input.New.Length > 0 && Passwords.Objection(Input.New, account.UserName) is { } objection)
        {
            ModelState.AddModelError("Input.New", words[objection, SignInAccount.ShortestPassword]);
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        var limit = new ThrottleLimit($"password:{viewer.PersonId.Value:n}", 10, TimeSpan.FromMinutes(15));
        if (await throttle.TakeAsync([limit], cancellationToken) is { } wait)
        {
            return this.TooMany(wait);
        }

        if (passwords.Check(account.PasswordHash, Input.Old) == PasswordCheck.Wrong)
        {
            ModelState.AddModelError("Input.Old", words["account.password.old_wrong"]);
            return this.Again();
        }

        await throttle.GiveBackAsync([limit], cancellationToken);
        var now = clock.GetUtcNow();
        account.SetPassword(passwords.Hash(Input.New), byWayOfSomebodyElse: false, now);
        await db.TellAsync(viewer.PersonId, SignInNoticeKind.PasswordChanged, null, now, cancellationToken);
        await desk.EndOthersAsync(viewer.PersonId, viewer.SessionId, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return this.Onward(AccountLinks.Show, "account.flash.password");
    }

    private async Task<SignInAccount?> LoadAsync(CancellationToken cancellationToken)
    {
        var me = viewer.PersonId;
        var account = await db.Accounts.FirstOrDefaultAsync(a => a.PersonId == me && a.PasswordHash != null, cancellationToken);
        UserName = account?.UserName ?? "";
        return account;
    }
}
