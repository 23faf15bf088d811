using Fieldcraft.Domain.Rollouts;
using Fieldcraft.Web.Language;
using Microsoft.AspNetCore.Mvc;

namespace Fieldcraft.Web.Features.OnTheFloor.Here;

/// <summary>A tablet that is passed around: number, PIN, next. Nobody is signed in on it, and it shows no name.</summary>
internal sealed class TabletModel(AttendanceDesk desk, Words words) : ArrivePage(desk, words)
{
    public async Task<IActionResult> OnPostAsync(string code, CancellationToken cancellationToken)
    {
        if (!await LoadAsync(code, cancellationToken))
        {
            return await ShutAsync(cancellationToken);
        }

        var answer = await ArriveByPinAsync(AttendanceWay.SharedTablet, cancellationToken);
        if (Arrival is not null)
        {
            // The count on the page is the one after this arrival.
            await LoadAsync(code, cancellationToken);
        }

        return answer;
    }
}
