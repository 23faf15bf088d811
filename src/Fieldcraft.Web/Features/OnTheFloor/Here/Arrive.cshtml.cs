using Fieldcraft.Domain.Rollouts;
using Fieldcraft.Domain.SignIn;
using Fieldcraft.Web.Language;
using Fieldcraft.Web.Security;
using Microsoft.AspNetCore.Mvc;

namespace Fieldcraft.Web.Features.OnTheFloor.Here;

/// <summary>On the own phone: one press for whoever is signed in on it, number and PIN for everybody else.</summary>
internal sealed class ArriveModel(AttendanceDesk desk, Words words) : ArrivePage(desk, words)
{
    /// <summary>Signed in on a device of their own; on one that others use, number and PIN are asked.</summary>
    public string? KnownAs => HttpContext.ViewerOrNull() is { OnSharedDevice: false, Proof: not Proof.Token } viewer ? viewer.Name : null;

    public async Task<IActionResult> OnPostAsync(string code, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(code, cancellationToken))
        {
            return await ShutAsync(cancellationToken);
        }

        return await ArriveByPinAsync(AttendanceWay.OwnPhone, cancellationToken);
    }

    public async Task<IActionResult> OnPostKnownAsync(string code, CancellationToken cancellationToken)
    {
        if (!OwnOrigin.IsOwn(Request) || KnownAs is null)
        {
            return BadRequest();
        }

        if (!await LoadAsync(code, cancellationToken))
        {
            return await ShutAsync(cancellationToken);
        }

        return Answer(await Desk.ArriveAsync(Door, HttpContext.Viewer().PersonId, AttendanceWay.OwnPhone, null, cancellationToken));
    }
}
